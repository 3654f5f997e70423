package io.github.vpcep.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpcep.runtime.engine.Shelf;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secret goes into a header, and nowhere else. */
class CredentialsTest {
    @Test
    void toString_hidesTheToken() {
        assertThat(Credentials.token("s3cret")).hasToString("Credentials.token(***)");
    }

    @ParameterizedTest
    @CsvSource({
        "'s3cret\n', a line break or control",
        "'s3cret\r', a line break or control",
        "s3crét, a non-ASCII",
        "s3cret\u007f, a line break or control"
    })
    void token_whenItCannotBeAHeader_refusesWithoutRepeatingIt(String token, String why) {
        assertThatThrownBy(() -> Credentials.token(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token cannot be sent in a header: character ")
                .hasMessageContaining(why)
                .hasMessageNotContaining("s3cr");
    }

    @Test
    void credentials_ofACallersOwn_knowNeitherProjectNorRegion_andHaveNothingElse() {
        Credentials own = request -> Map.of();
        OutgoingRequest none = (OutgoingRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {OutgoingRequest.class}, (proxy, method, given) -> null);
        assertThat(own.projectId()).isNull();
        assertThat(own.regionId()).isNull();
        assertThat(own.inRegion(Shelf.CONTRACT.region("north-1"))).isSameAs(own);
        assertThat(own.rejected(none)).isFalse();
    }
}
