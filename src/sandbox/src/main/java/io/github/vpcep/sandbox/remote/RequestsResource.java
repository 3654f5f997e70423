package io.github.vpcep.sandbox.remote;

import io.github.vpcep.control.model.ControlErrorCode;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.control.model.RecordedRequestList;
import io.github.vpcep.control.model.RequestCount;
import io.github.vpcep.control.server.RequestsApi;
import io.github.vpcep.sandbox.control.Durations;
import io.github.vpcep.sandbox.control.Faults;
import io.github.vpcep.sandbox.control.Journal;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The requests that came. */
final class RequestsResource implements RequestsApi {
    private final Journal journal;
    private final Faults faults;

    /**
     * Shows what is in a journal.
     *
     * @param faults know the operations that there are
     */
    RequestsResource(Journal journal, Faults faults) {
        this.journal = journal;
        this.faults = faults;
    }

    private Predicate<RecordedRequest> meant(
            @Nullable String operationId,
            @Nullable String projectId,
            @Nullable Integer status,
            @Nullable Boolean unknown,
            @Nullable Long after) {
        String known = operationId == null ? null : faults.known(operationId);
        return each -> (known == null || known.equals(each.operationId()))
                && (projectId == null || projectId.equals(each.projectId()))
                && (status == null || status.equals(each.status()))
                && (unknown == null || unknown != each.unknown().isEmpty())
                && (after == null || each.number() > after);
    }

    @Override
    public RecordedRequestList list(ListParams params) {
        List<RecordedRequest> found = journal.requests(
                meant(params.operationId(), params.projectId(), params.status(), params.unknown(), params.after()));
        return RecordedRequestList.builder()
                .requests(found.subList(Math.max(0, found.size() - params.limit()), found.size()))
                .totalCount(found.size())
                .build();
    }

    @Override
    public void clear() {
        journal.clear();
    }

    @Override
    public RequestCount count(CountParams params) {
        int count = journal.requests(meant(
                        params.operationId(), params.projectId(), params.status(), params.unknown(), params.after()))
                .size();
        return RequestCount.builder().count(count).build();
    }

    @Override
    public RecordedRequest nth(NthParams params) {
        Duration patience = Durations.read(params.timeout(), "timeout");
        Predicate<RecordedRequest> meant =
                meant(params.operationId(), params.projectId(), params.status(), params.unknown(), params.after());
        try {
            return journal.await(meant, params.n(), patience)
                    .orElseThrow(
                            () -> new Refused(ControlErrorCode.TIME_UP, journal.timeUp(meant, params.n(), patience)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(ControlErrorCode.TIME_UP, "The sandbox ends.");
        }
    }
}
