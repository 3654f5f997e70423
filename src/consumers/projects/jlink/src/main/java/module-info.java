/** One line is enough. */
module io.github.vpcep.consumer {
    requires io.github.vpcep.client;
}
