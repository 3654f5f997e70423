package io.github.vpcep.sandbox.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vpcep.control.model.DelaySettings;
import io.github.vpcep.control.model.LimitSettings;
import io.github.vpcep.control.model.QuotaSettings;
import io.github.vpcep.control.model.SandboxSettings;
import io.github.vpcep.sandbox.domain.OtherSettings;
import io.github.vpcep.sandbox.domain.Settings;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings as the control API writes and takes them. */
class WrittenSettingsTest {
    private static final Settings OTHERS = OtherSettings.builder().build();

    @Test
    void settings_thatAreWritten_areThemselvesAgain() {
        assertThat(WrittenSettings.over(Settings.standard(), WrittenSettings.of(OTHERS)))
                .isEqualTo(OTHERS);
    }

    @Test
    void whatIsNotWritten_staysAsItWas() {
        assertThat(WrittenSettings.over(OTHERS, SandboxSettings.builder().build()))
                .isEqualTo(OTHERS);
        assertThat(WrittenSettings.over(
                        OTHERS,
                        SandboxSettings.builder()
                                .quotas(QuotaSettings.builder().build())
                                .limits(LimitSettings.builder().build())
                                .delays(DelaySettings.builder().build())
                                .build()))
                .isEqualTo(OTHERS);
    }

    static List<Arguments> numbers() {
        return List.of(
                quota("endpoint_services", n -> QuotaSettings.builder().endpointServices(n)),
                quota("endpoints", n -> QuotaSettings.builder().endpoints(n)),
                limit("port_mappings", n -> LimitSettings.builder().portMappings(n)),
                limit("whitelist_records", n -> LimitSettings.builder().whitelistRecords(n)),
                limit("whitelist_batch", n -> LimitSettings.builder().whitelistBatch(n)),
                limit("endpoint_whitelist", n -> LimitSettings.builder().endpointWhitelist(n)),
                limit("description_length", n -> LimitSettings.builder().descriptionLength(n)));
    }

    private static Arguments quota(String name, Function<Integer, QuotaSettings.Builder> quota) {
        Function<Integer, SandboxSettings> written =
                n -> SandboxSettings.builder().quotas(quota.apply(n).build()).build();
        return Arguments.of("quotas." + name, written);
    }

    private static Arguments limit(String name, Function<Integer, LimitSettings.Builder> limit) {
        Function<Integer, SandboxSettings> written =
                n -> SandboxSettings.builder().limits(limit.apply(n).build()).build();
        return Arguments.of("limits." + name, written);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void number_isNoneOrMore(String place, Function<Integer, SandboxSettings> written) {
        assertThat(WrittenSettings.over(OTHERS, written.apply(0))).isNotEqualTo(OTHERS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrittenSettings.over(OTHERS, written.apply(-1)))
                .withMessage(place + " is -1; allowed is 0 and more");
    }

    @Test
    void delay_isNotNegative() {
        DelaySettings.Builder delays = DelaySettings.builder();

        for (DelaySettings each : List.of(
                delays.endpointServices("PT-1S").build(),
                delays.endpointServices("PT1S").endpoints("PT-1S").build())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WrittenSettings.over(
                            OTHERS, SandboxSettings.builder().delays(each).build()))
                    .withMessageStartingWith("delays.endpoint");
        }
    }

    @Test
    void settings_ofAnotherRegion_takeNoPlace() {
        assertThat(WrittenSettings.checked(Settings.standard(), OTHERS)).isEqualTo(OTHERS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrittenSettings.checked(
                        OTHERS, OTHERS.toBuilder().region("elsewhere").build()))
                .withMessageContaining("region");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrittenSettings.checked(
                        OTHERS, OTHERS.toBuilder().endpointQuota(-1).build()));
    }
}
