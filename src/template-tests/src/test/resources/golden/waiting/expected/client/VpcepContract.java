// Generated from spec/openapi.yaml; edit that file, not this one.
package io.github.vpcep.client;

import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.runtime.contract.Contract;
import io.github.vpcep.runtime.contract.ErrorCatalogue;
import io.github.vpcep.runtime.contract.ErrorKind;
import io.github.vpcep.runtime.contract.RetryAdvice;
import org.jspecify.annotations.Nullable;

/** What the contract tells the engine. */
final class VpcepContract {
    static final Contract CONTRACT = new Contract(
            "vpcep-java/1", "https://garage.{region}.example.com", "north", VpcepJson.mapper(), VpcepContract::find);

    private VpcepContract() {}

    private static ErrorCatalogue.@Nullable Entry find(String code) {
        ErrorCode known = ErrorCode.find(code);
        return known == null
                ? null
                : new ErrorCatalogue.Entry(
                        ErrorKind.valueOf(known.kind().name()),
                        RetryAdvice.valueOf(known.retry().name()));
    }
}
