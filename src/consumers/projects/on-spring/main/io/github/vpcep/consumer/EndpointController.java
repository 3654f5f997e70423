package io.github.vpcep.consumer;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.model.CreateEndpointRequest;
import io.github.vpcep.model.Endpoint;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands the client's types to Spring, and takes them from it. */
@RestController
class EndpointController {
    private final VpcepClient vpcep;

    EndpointController(VpcepClient vpcep) {
        this.vpcep = vpcep;
    }

    @GetMapping("/endpoints")
    List<Endpoint> list() {
        return vpcep.endpoints().list().items();
    }

    @PostMapping("/endpoints")
    Endpoint create(@RequestBody CreateEndpointRequest body) {
        return vpcep.endpoints().create(body);
    }
}
