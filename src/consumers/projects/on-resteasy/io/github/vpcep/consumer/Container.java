package io.github.vpcep.consumer;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.server.VpcepParamConverters;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.Dispatcher;

/** RESTEasy with its module for Bean Validation, reached without a socket. */
final class Container {
    private Container() {}

    static Server.Sender start() {
        Dispatcher resteasy = MockDispatcherFactory.createDispatcher();
        resteasy.getProviderFactory().registerProviderInstance(new JacksonJsonProvider(VpcepJson.serverMapper()));
        resteasy.getProviderFactory().registerProvider(VpcepParamConverters.class);
        resteasy.getRegistry().addPerRequestResource(Implementation.Quotas.class);
        resteasy.getRegistry().addPerRequestResource(Implementation.Tags.class);
        return new Server.Sender() {
            @Override
            public int status(String method, String target, String body) throws Exception {
                MockHttpRequest request = MockHttpRequest.create(method, target);
                if (!body.isEmpty()) {
                    request.contentType("application/json").content(body.getBytes());
                }
                MockHttpResponse answer = new MockHttpResponse();
                resteasy.invoke(request, answer);
                return answer.getStatus();
            }

            @Override
            public void close() {}
        };
    }
}
