package uk.gov.justice.probation.devolution.telling;

/**
 * How somebody is told, and where.
 *
 * @param email null if no address is known
 */
public record Told(Channel channel, String email) {

    boolean lacksAnAddress() {
        return channel != Channel.NONE && email == null;
    }

    boolean reachedBy(Channel wanted) {
        return channel == wanted && email != null;
    }
}
