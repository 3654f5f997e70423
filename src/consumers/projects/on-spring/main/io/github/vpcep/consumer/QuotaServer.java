package io.github.vpcep.consumer;

import io.github.vpcep.model.ErrorDetail;
import io.github.vpcep.model.ErrorResponse;
import io.github.vpcep.model.Quota;
import io.github.vpcep.model.QuotaList;
import io.github.vpcep.model.QuotaResources;
import io.github.vpcep.model.ResourceType;
import io.github.vpcep.router.Answer;
import io.github.vpcep.router.Refusal;
import io.github.vpcep.router.Request;
import io.github.vpcep.router.Router;
import io.github.vpcep.server.QuotasApi;
import io.github.vpcep.server.VpcepRouter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves a part of the API through Spring MVC. */
@RestController
class QuotaServer implements VpcepRouter.Apis {
    private static final Router<VpcepRouter.Apis> ROUTER = VpcepRouter.create();

    @RequestMapping("/v1/**")
    ResponseEntity<byte[]> serve(HttpServletRequest request, @RequestBody(required = false) byte[] body) {
        Answer answer = ROUTER.answer(
                Request.of(
                        request.getMethod(),
                        request.getRequestURI(),
                        request.getQueryString(),
                        request::getHeader,
                        body),
                this,
                QuotaServer::refused);
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }

    @Override
    public QuotasApi quotas() {
        Quota quota = Quota.builder()
                .type(ResourceType.ENDPOINT)
                .used(3)
                .quota(50)
                .build();
        QuotaResources resources =
                QuotaResources.builder().resources(List.of(quota)).build();
        return (projectId, params) -> QuotaList.builder().quotas(resources).build();
    }

    private static Answer refused(Refusal refusal) {
        ErrorDetail detail = ErrorDetail.builder()
                .code("EndPoint.0002")
                .message(refusal.toString())
                .build();
        return ROUTER.answer(
                refusal.kind().status(), ErrorResponse.builder().error(detail).build());
    }
}
