package io.github.vpcep.contract.faults;

import io.github.vpcep.contract.support.ScratchSpec;
import java.io.IOException;

/**
 * One deliberate fault.
 *
 * @param name what is done to the contract
 * @param noticedBy who notices it
 * @param damage does it
 */
record Fault(String name, Suite noticedBy, Damage damage) {
    @Override
    public String toString() {
        return name;
    }

    /** Changes a copy of the spec folder. */
    interface Damage {
        void to(ScratchSpec spec) throws IOException;
    }
}
