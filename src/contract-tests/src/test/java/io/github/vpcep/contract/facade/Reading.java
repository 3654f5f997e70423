package io.github.vpcep.contract.facade;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.contract.facade.Listing.Query;
import io.github.vpcep.contract.facade.Listing.Source;
import io.github.vpcep.runtime.paging.AsyncPage;
import java.util.ArrayList;
import java.util.List;

/** The ways to read a whole list. What holds for one is tested on all. */
enum Reading {
    STREAM {
        @Override
        <T> List<String> ids(Source<T> list, VpcepClient client, Query query) {
            return list.sync().apply(client, query).stream().map(list.id()).toList();
        }
    },
    ITERATOR {
        @Override
        <T> List<String> ids(Source<T> list, VpcepClient client, Query query) {
            List<String> ids = new ArrayList<>();
            for (T item : list.sync().apply(client, query)) {
                ids.add(list.id().apply(item));
            }
            return ids;
        }
    },
    ASYNC_TO_LIST {
        @Override
        <T> List<String> ids(Source<T> list, VpcepClient client, Query query) {
            return list.async().apply(client.async(), query).thenCompose(AsyncPage::toList).join().stream()
                    .map(list.id())
                    .toList();
        }
    },
    ASYNC_FOR_EACH {
        @Override
        <T> List<String> ids(Source<T> list, VpcepClient client, Query query) {
            List<String> ids = new ArrayList<>();
            list.async()
                    .apply(client.async(), query)
                    .thenCompose(first ->
                            first.forEachWhile(item -> ids.add(list.id().apply(item))))
                    .join();
            return ids;
        }
    };

    /** The ids of all items of a list. */
    abstract <T> List<String> ids(Source<T> list, VpcepClient client, Query query);
}
