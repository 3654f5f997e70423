package io.github.vpcep.sandbox.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The head of a request, held to the rules of RFC 9112 and 9110 that the library leaves to its user. */
final class RequestHead {
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?]*)(.*)");

    /** A name, or an address between brackets, and perhaps a port. */
    private static final Pattern HOST =
            Pattern.compile("((?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+|\\[[0-9A-Fa-f:.]+])(:[0-9]{0,5})?");

    private static final String NOT_IN_TARGET = "\"#<>\\^`{|}";

    private final io.netty.handler.codec.http.HttpRequest wire;
    private final Map<String, List<String>> headers;
    private String target;
    private final @Nullable Refusal refusal;

    private RequestHead(io.netty.handler.codec.http.HttpRequest wire) {
        this.wire = wire;
        this.headers = byName(wire.headers());
        this.target = wire.uri();
        this.refusal = firstProblem();
    }

    static RequestHead of(io.netty.handler.codec.http.HttpRequest wire) {
        return new RequestHead(wire);
    }

    /** The request with its body, null when that is over the limit. */
    HttpRequest with(byte @Nullable [] body) {
        int mark = target.indexOf('?');
        HttpRequest request = new HttpRequest(
                wire.method().name(),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? null : target.substring(mark + 1),
                headers,
                body);
        return refusal == null ? request : request.refused(refusal);
    }

    /** Whether its end is known, whatever else is wrong. */
    boolean endIsKnown() {
        return refusal != Refusal.CODING && refusal != Refusal.VERSION && refusal != Refusal.TUNNEL;
    }

    /** Whether the client may hold the body back until it is told to go on. */
    boolean asksToGoOn() {
        return isNewerThan10() && headers.containsKey("expect");
    }

    boolean isRefused() {
        return refusal != null;
    }

    boolean announcesBody() {
        return length() > 0 || HttpUtil.isTransferEncodingChunked(wire);
    }

    /** As announced, 0 for none or for chunks. */
    long length() {
        return HttpUtil.getContentLength(wire, 0L);
    }

    boolean keepsConnection() {
        return HttpUtil.isKeepAlive(wire);
    }

    boolean isNewerThan10() {
        return wire.protocolVersion().compareTo(HttpVersion.HTTP_1_0) > 0;
    }

    /** The first is told; those that leave the end open go before the others. */
    private @Nullable Refusal firstProblem() {
        if (wire.protocolVersion().majorVersion() != 1) {
            return Refusal.VERSION;
        }
        if (HttpUtil.isTransferEncodingChunked(wire)
                && !onlyChunked(headers.getOrDefault("transfer-encoding", List.of()))) {
            return Refusal.CODING;
        }
        if (wire.method().equals(HttpMethod.CONNECT)) {
            return Refusal.TUNNEL;
        }
        if (!hasHost()) {
            return Refusal.HOST;
        }
        if (!readTarget()) {
            return Refusal.TARGET;
        }
        return asksToGoOn()
                        && !"100-continue".equalsIgnoreCase(String.join(",", headers.getOrDefault("expect", List.of())))
                ? Refusal.EXPECTATION
                : null;
    }

    private static boolean onlyChunked(List<String> codings) {
        return codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
    }

    private boolean hasHost() {
        List<String> hosts = headers.getOrDefault("host", List.of());
        // Empty is right where the target has no host either.
        return hosts.isEmpty()
                ? !isNewerThan10()
                : hosts.size() == 1 && (hosts.get(0).isEmpty() || isHost(hosts.get(0)));
    }

    private static boolean isHost(String host) {
        if (!HOST.matcher(host).matches()) {
            return false;
        }
        try {
            // Between brackets may stand what is no address.
            return host.charAt(0) != '[' || new URI("http://" + host).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Takes a target of any form to a path; false when it is none. */
    private boolean readTarget() {
        for (int at = 0; at < target.length(); at++) {
            char c = target.charAt(at);
            if (c <= ' ' || c >= 127 || NOT_IN_TARGET.indexOf(c) >= 0) {
                return false;
            }
        }
        if (target.startsWith("/")) {
            return true;
        }
        if (target.equals("*")) {
            return wire.method().equals(HttpMethod.OPTIONS);
        }
        var absolute = ABSOLUTE.matcher(target);
        if (!absolute.matches() || !isHost(absolute.group(1))) {
            return false;
        }
        // It goes before the header.
        headers.put("host", List.of(absolute.group(1)));
        String rest = absolute.group(2);
        target = rest.startsWith("/") ? rest : "/" + rest;
        return true;
    }

    private static Map<String, List<String>> byName(HttpHeaders wire) {
        Map<String, List<String>> headers = new HashMap<>();
        wire.iteratorAsString()
                .forEachRemaining(each -> headers.computeIfAbsent(
                                each.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                        .add(each.getValue()));
        return headers;
    }
}
