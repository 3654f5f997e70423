package io.github.vpcep.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    private static final Settings OTHERS = others().build();

    private static Settings.Builder others() {
        return OtherSettings.builder().region("r");
    }

    @Test
    void standard_isWhatIsDocumented() {
        assertThat(Settings.standard().strict()).isFalse();
        assertThat(Settings.builder().build())
                .isEqualTo(Settings.standard())
                .hasToString("Settings{region=cn-north-4, serviceQuota=20, endpointQuota=50, portMappings=200,"
                        + " whitelistRecords=1000, whitelistBatch=50, endpointWhitelist=60, descriptionLength=512,"
                        + " serviceDelay=PT0S, endpointDelay=PT0S, strict=false}");
    }

    @Test
    void others_areTold_oneByOne() {
        assertThat(List.<Object>of(
                        OTHERS.region(),
                        OTHERS.serviceQuota(),
                        OTHERS.endpointQuota(),
                        OTHERS.portMappings(),
                        OTHERS.whitelistRecords(),
                        OTHERS.whitelistBatch(),
                        OTHERS.endpointWhitelist(),
                        OTHERS.descriptionLength(),
                        OTHERS.serviceDelay(),
                        OTHERS.endpointDelay(),
                        OTHERS.strict()))
                .containsExactly("r", 2, 3, 4, 5, 6, 7, 8, Duration.ofSeconds(9), Duration.ofSeconds(10), true);
    }

    @Test
    void toBuilder_keepsAll_andEqualSettingsAreEqual() {
        assertThat(OTHERS.toBuilder().build())
                .isEqualTo(others().build())
                .hasSameHashCodeAs(OTHERS)
                .hasToString(OTHERS.toString());
        assertThat(OTHERS).isNotEqualTo(OTHERS.toString());
    }

    @Test
    void withDelays_changesTheseAlone() {
        assertThat(others().delays(Duration.ZERO, Duration.ofDays(1))
                        .build()
                        .withDelays(Duration.ofSeconds(9), Duration.ofSeconds(10)))
                .isEqualTo(OTHERS);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void oneOtherValue_makesOtherSettings(UnaryOperator<Settings.Builder> change) {
        Settings changed = change.apply(OTHERS.toBuilder()).build();
        assertThat(changed).isNotEqualTo(OTHERS);
        assertThat(changed.hashCode()).isNotEqualTo(OTHERS.hashCode());
    }

    static List<UnaryOperator<Settings.Builder>> changes() {
        return List.of(
                each -> each.region("s"),
                each -> each.serviceQuota(20),
                each -> each.endpointQuota(20),
                each -> each.portMappings(20),
                each -> each.whitelistRecords(20),
                each -> each.whitelistBatch(20),
                each -> each.endpointWhitelist(20),
                each -> each.descriptionLength(20),
                each -> each.delays(Duration.ofSeconds(9), Duration.ZERO),
                each -> each.delays(Duration.ZERO, Duration.ofSeconds(10)),
                each -> each.strict(false));
    }
}
