package io.github.vpcep.contract.facade;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.facade.Reading.Query;
import io.github.vpcep.contract.spec.OfOperation;
import java.util.List;

/** The lists that come as pages. What holds for one is tested on all. */
enum Listing implements OfOperation {
    ENDPOINTS("ListEndpoints", "/vpc-endpoints") {
        @Override
        List<String> ids(Reading reading, VpcepClient client, Query query) {
            return reading.endpoints(client, query);
        }
    },
    PUBLIC_SERVICES("ListServicePublicDetails", "/public") {
        @Override
        List<String> ids(Reading reading, VpcepClient client, Query query) {
            return reading.services(client, query);
        }
    };

    private final String operation;
    private final String pathEnd;

    Listing(String operation, String pathEnd) {
        this.operation = operation;
        this.pathEnd = pathEnd;
    }

    @Override
    public String operation() {
        return operation;
    }

    /** How the path of its requests ends. */
    String pathEnd() {
        return pathEnd;
    }

    /** The ids of all its items. */
    abstract List<String> ids(Reading reading, VpcepClient client, Query query);
}
