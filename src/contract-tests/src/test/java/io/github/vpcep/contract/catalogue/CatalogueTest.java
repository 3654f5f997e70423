package io.github.vpcep.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.contract.spec.Check.Result;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.StubServer;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.runtime.error.AuthenticationFailedException;
import io.github.vpcep.runtime.error.ConflictException;
import io.github.vpcep.runtime.error.InvalidRequestException;
import io.github.vpcep.runtime.error.NotFoundException;
import io.github.vpcep.runtime.error.PermissionDeniedException;
import io.github.vpcep.runtime.error.QuotaExceededException;
import io.github.vpcep.runtime.error.ServerFailureException;
import io.github.vpcep.runtime.error.ThrottledException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    private static final Map<ErrorCode.Kind, Class<? extends VpcepServiceException>> EXCEPTION = Map.of(
            ErrorCode.Kind.NOT_FOUND, NotFoundException.class,
            ErrorCode.Kind.PERMISSION_DENIED, PermissionDeniedException.class,
            ErrorCode.Kind.AUTHENTICATION_FAILED, AuthenticationFailedException.class,
            ErrorCode.Kind.INVALID_REQUEST, InvalidRequestException.class,
            ErrorCode.Kind.QUOTA_EXCEEDED, QuotaExceededException.class,
            ErrorCode.Kind.CONFLICT, ConflictException.class,
            ErrorCode.Kind.THROTTLED, ThrottledException.class,
            ErrorCode.Kind.SERVER_FAILURE, ServerFailureException.class);

    @RegisterExtension
    final StubServer server = new StubServer();

    @Test
    void catalogue_comparedWithTheDocuments_hasEveryCodeWithItsStatusAndMessage() {
        Result result = new CatalogueCheck().run(SpecFolder.ofRepository());
        System.out.println(result.summary());
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void catalogue_whenCounted_has156CodesOfSixStatuses() {
        assertThat(ErrorCode.values()).hasSize(156);
        assertThat(List.of(ErrorCode.values()).stream()
                        .map(ErrorCode::status)
                        .distinct()
                        .sorted())
                .containsExactly(400, 401, 403, 404, 500, 504);
        assertThat(List.of(ErrorCode.values()).stream().filter(code -> code.status() == 400))
                .hasSize(140);
    }

    @Test
    void generatedCodes_comparedWithTheCatalogue_areTheSame() {
        List<String> stated = new ArrayList<>();
        for (JsonNode entry :
                SpecFolder.ofRepository().file("schemas/ErrorCode.yaml").path("x-error-catalogue")) {
            stated.add(String.join(
                    "|",
                    entry.path("name").asText(),
                    entry.path("code").asText(),
                    entry.path("status").asText(),
                    entry.path("message").asText(),
                    entry.path("kind").asText(),
                    entry.path("retry").asText()));
        }
        assertThat(List.of(ErrorCode.values()).stream()
                        .map(code -> String.join(
                                "|",
                                code.name(),
                                code.code(),
                                Integer.toString(code.status()),
                                code.message(),
                                code.kind().name(),
                                code.retry().name())))
                .containsExactlyElementsOf(stated);
    }

    private VpcepServiceException refusal(int status, JsonNode body) {
        server.answers(status, body.toString());
        return catchThrowableOfType(
                VpcepServiceException.class, () -> server.vpcep().endpoints().list());
    }

    @ParameterizedTest
    @EnumSource
    void call_whenRefusedWithACode_throwsWhatTheCodeMeans(ErrorCode code) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", code.code()).put("message", code.message());
        VpcepServiceException thrown = refusal(code.status(), body);
        assertThat(thrown).isExactlyInstanceOf(EXCEPTION.get(code.kind()));
        assertThat(thrown.code()).isEqualTo(code.code());
        assertThat(thrown.serverMessage()).isEqualTo(code.message());
        assertThat(thrown.status()).isEqualTo(code.status());
    }

    @ParameterizedTest
    @EnumSource
    void call_whenRefusedWithALowerCaseCodeByAGateway_throwsTheSame(ErrorCode code) {
        String sent = code.code().toLowerCase(Locale.ROOT);
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("error_code", sent).put("error_msg", code.message());
        VpcepServiceException thrown = refusal(code.status(), body);
        assertThat(thrown).isExactlyInstanceOf(EXCEPTION.get(code.kind()));
        assertThat(thrown.code()).isEqualTo(sent);
        assertThat(thrown.serverMessage()).isEqualTo(code.message());
    }
}
