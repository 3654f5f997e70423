package io.github.vpcep.runtime.connect;

import io.github.vpcep.runtime.okhttp.HttpStack;
import java.net.ProxySelector;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * How the requests of one client get to the server.
 *
 * @param proxy chooses the proxy, null for the JVM's settings
 * @param proxyLogin what a proxy asks for, null for nothing
 * @param trust whom the client trusts, null for the JVM's settings
 * @param resolver finds the addresses of hosts, null for the JVM's way
 * @param callsAtATime how many asynchronous calls run at a time
 * @param stack the OkHttp client below, null for one of the engine's own
 */
public record HttpSettings(
        @Nullable ProxySelector proxy,
        @Nullable ProxyLogin proxyLogin,
        @Nullable ServerTrust trust,
        @Nullable Dns resolver,
        int callsAtATime,
        @Nullable HttpStack stack) {}
