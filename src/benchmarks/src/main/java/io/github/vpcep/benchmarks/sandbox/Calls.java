package io.github.vpcep.benchmarks.sandbox;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.runtime.error.VpcepException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes calls, and tallies what becomes of each: an answer, an error that had to come, or a failure. */
record Calls(Tally tally) {
    /** The answer, or null when the call was refused with one of the codes that are allowed. */
    <T> @Nullable T of(Supplier<T> call, ErrorCode... allowed) {
        long begin = System.nanoTime();
        try {
            T answer = call.get();
            tally.answered(System.nanoTime() - begin);
            return answer;
        } catch (VpcepServiceException e) {
            tally.answered(System.nanoTime() - begin);
            Stream.of(allowed)
                    .filter(each -> each.code().equals(e.code()) && each.status() == e.status())
                    .findFirst()
                    .ifPresentOrElse(
                            each -> tally.refused(each.code()), () -> tally.failed(e.status() + " " + e.getMessage()));
        } catch (VpcepException e) {
            // No answer, or one that is not what the contract says.
            tally.failed(e.toString());
        }
        return null;
    }

    void run(Runnable call) {
        of(() -> {
            call.run();
            return "done";
        });
    }

    /** A call that must be refused with one of the codes. */
    void refused(Runnable call, ErrorCode... codes) {
        Object answer = of(
                () -> {
                    call.run();
                    return "done";
                },
                codes);
        if (answer != null) {
            tally.failed("A call was carried out that had to be refused with one of " + List.of(codes));
        }
    }

    void failed(String what) {
        tally.failed(what);
    }
}
