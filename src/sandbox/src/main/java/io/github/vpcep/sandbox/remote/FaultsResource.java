package io.github.vpcep.sandbox.remote;

import io.github.vpcep.control.model.FaultOrder;
import io.github.vpcep.control.model.OrderedFault;
import io.github.vpcep.control.model.OrderedFaultList;
import io.github.vpcep.control.server.FaultsApi;
import io.github.vpcep.sandbox.control.Faults;
import java.util.NoSuchElementException;

/** The faults. */
final class FaultsResource implements FaultsApi {
    private final Faults faults;

    FaultsResource(Faults faults) {
        this.faults = faults;
    }

    @Override
    public OrderedFaultList list() {
        return OrderedFaultList.builder().faults(faults.list()).build();
    }

    @Override
    public OrderedFault order(FaultOrder body) {
        return faults.order(body);
    }

    @Override
    public void clear() {
        faults.clear();
    }

    @Override
    public void remove(String faultId) {
        if (!faults.remove(faultId)) {
            throw new NoSuchElementException("There is no fault " + faultId);
        }
    }
}
