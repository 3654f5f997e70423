package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.domain.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers that leave open where a request ends, and that the HTTP server lets pass. */
final class Framing {
    private static final String NAME = "abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~";

    private Framing() {}

    /** What is wrong with them, null for nothing. */
    static @Nullable Problem problem(Map<String, List<String>> headers) {
        for (String name : headers.keySet()) {
            if (!name.chars().allMatch(Framing::isInName)) {
                return refusal("A header has a name that is none.");
            }
        }
        List<String> coding = headers.get("transfer-encoding");
        if (coding != null && (coding.size() > 1 || !coding.get(0).equalsIgnoreCase("chunked"))) {
            return refusal("The header Transfer-Encoding may only be chunked.");
        }
        return null;
    }

    private static boolean isInName(int c) {
        return NAME.indexOf(c) >= 0;
    }

    private static Problem refusal(String reason) {
        return new Problem(ErrorCode.INVALID_PARAMETER, ErrorCode.INVALID_PARAMETER.message() + " " + reason);
    }
}
