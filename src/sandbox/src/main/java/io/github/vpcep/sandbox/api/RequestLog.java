package io.github.vpcep.sandbox.api;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.control.Fault;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line per request, of words {@code name=value}. Of the query and the body it holds the names that the contract does
 * not have, and no value; nothing of the headers: secrets may be there.
 */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.vpcep.sandbox.requests");
    private static final int WORD_LENGTH = 256;

    private RequestLog() {}

    static void note(Exchange exchange, HttpAnswer answer) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        HttpRequest request = exchange.request();
        ErrorCode code = answer.code();
        Fault fault = exchange.fault();
        Caller caller = exchange.admitted();
        LOG.info(
                "request={} method={} path={} operation={} status={} code={} ms={} domain={} project={} fault={} unknown={}",
                exchange.requestId(),
                word(request.method()),
                word(request.path()),
                word(exchange.operationId()),
                answer.status(),
                word(code == null ? null : code.code()),
                exchange.nanos() / 1_000_000,
                word(caller == null ? null : caller.domainId()),
                word(caller == null ? null : caller.projectId()),
                word(fault == null ? null : fault.kind().name()),
                word(String.join(",", exchange.unknown())));
    }

    /** One word, whatever a client has put there: neither a line break nor a blank nor anything that moves a cursor. */
    private static String word(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "-";
        }
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), WORD_LENGTH); i++) {
            char c = text.charAt(i);
            word.append(c > ' ' && c < 127 ? c : '?');
        }
        return word.append(text.length() > WORD_LENGTH ? "..." : "").toString();
    }
}
