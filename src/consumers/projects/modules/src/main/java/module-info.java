/** What else there is comes with these two. */
module io.github.vpcep.consumer {
    requires io.github.vpcep.jackson3;
    requires io.github.vpcep.sandbox;
}
