package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.ApiVersion;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.model.Link;
import io.github.vpcep.model.LinkType;
import io.github.vpcep.model.VersionStatus;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
    private static final URI BASE = URI.create("http://127.0.0.1:8280/");

    private final Versions versions = new Versions(new ServiceWorld().context);

    @Test
    void list_whenAsked_thenThereIsTheCurrentOne() {
        assertThat(versions.list(BASE).versions())
                .containsExactly(ApiVersion.builder()
                        .id("v1")
                        .version("1")
                        .minVersion("")
                        .status(VersionStatus.CURRENT)
                        .updatedAt(Instant.parse("2018-09-30T00:00:00Z"))
                        .links(Link.builder()
                                .href("http://127.0.0.1:8280/v1")
                                .type(LinkType.APPLICATION_JSON)
                                .rel("self")
                                .build())
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8280/", "http://127.0.0.1:8280"})
    void get_whenItIsThere_thenItLeadsToItsAddress(String base) {
        assertThat(versions.get("v1", URI.create(base)).version().links())
                .extracting(Link::href)
                .containsExactly("http://127.0.0.1:8280/v1");
    }

    @Test
    void get_whenItIsUnknown_thenItIsNotFound() {
        assertRefused(ErrorCode.RESOURCE_NOT_FOUND, () -> versions.get("v2", BASE));
    }
}
