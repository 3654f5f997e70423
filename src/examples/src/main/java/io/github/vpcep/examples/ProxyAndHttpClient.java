package io.github.vpcep.examples;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.okhttp.HttpStack;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * Goes through a proxy, on an OkHttp client of its own. Arguments: endpoint, project id, token, proxy host and port.
 */
public final class ProxyAndHttpClient {
    private ProxyAndHttpClient() {}

    /** Runs the example. */
    public static void main(String[] args) {
        OkHttpClient shared =
                new OkHttpClient.Builder().protocols(List.of(Protocol.HTTP_1_1)).build();
        try (VpcepClient vpcep = VpcepClient.builder()
                .endpoint(args[0])
                .projectId(args[1])
                .credentials(Credentials.token(args[2]))
                .http(HttpStack.of(shared))
                .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(args[3], Integer.parseInt(args[4]))))
                .build()) {
            System.out.println(vpcep.endpoints().list().totalCount() + " endpoints through " + args[3]);
        }
        shared.connectionPool().evictAll();
    }
}
