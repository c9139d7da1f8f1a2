package uk.gov.justice.probation.devolution.allocation;

import java.util.BitSet;

/**
 * Options that some people could all take without having ranked them. Somebody who did rank one of them has its better
 * rank there.
 */
record Pool(BitSet options, int[] members) {
    static Pool of(BitSet options) {
        return new Pool(options, options.stream().toArray());
    }

    static Pool of(int option) {
        var options = new BitSet();
        options.set(option);
        return of(options);
    }

    boolean contains(int option) {
        return options.get(option);
    }

    /**
     * What is left of a pool.
     *
     * @param pool null for nothing
     * @param losses by member of the pool that was: 0 if it is left, negative if no allocation has it, otherwise the
     *     least cost in these weights of an allocation that has it
     */
    record Left(Pool pool, long[] losses, Weights weights) {}
}
