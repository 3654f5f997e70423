package io.github.vpcep.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.runtime.contract.ErrorKind;
import io.github.vpcep.runtime.contract.RetryAdvice;
import java.util.Arrays;

/** What the engine and callers ask of the catalogue. */
public final class Uses {
    private Uses() {}

    public static void everyEntryHasWhatTheCatalogueSays() {
        assertThat(ErrorCode.values()).containsExactly(ErrorCode.NO_ROOM, ErrorCode.NO_SUCH_CAR);
        assertThat(ErrorCode.NO_ROOM.code()).isEqualTo("Garage.0001");
        assertThat(ErrorCode.NO_ROOM.status()).isEqualTo(400);
        assertThat(ErrorCode.NO_ROOM.message()).isEqualTo("The garage is full.");
        assertThat(ErrorCode.NO_ROOM.kind()).isSameAs(ErrorCode.Kind.QUOTA_EXCEEDED);
        assertThat(ErrorCode.NO_ROOM.retry()).isSameAs(ErrorCode.Retry.NEVER);
    }

    public static void codeIsFoundInAnyCase() {
        assertThat(ErrorCode.find("Garage.0002")).isSameAs(ErrorCode.NO_SUCH_CAR);
        assertThat(ErrorCode.find("GARAGE.0001")).isSameAs(ErrorCode.NO_ROOM);
    }

    public static void unknownCodeIsNotFound() {
        assertThat(ErrorCode.find("Garage.9999")).isNull();
        assertThat(ErrorCode.find("")).isNull();
        assertThat(ErrorCode.find(null)).isNull();
    }

    public static void engineKnowsEveryKindAndRetry() {
        assertThat(Arrays.stream(ErrorCode.Kind.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        Arrays.stream(ErrorKind.values()).map(Enum::name).toList());
        assertThat(Arrays.stream(ErrorCode.Retry.values()).map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(RetryAdvice.values()).map(Enum::name).toList());
    }
}
