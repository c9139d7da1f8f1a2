package uk.gov.justice.probation.devolution.localstack;

/** The stack cannot start; the message is the one sentence that says why and what to do. */
class LocalStackException extends RuntimeException {

    LocalStackException(String sentence) {
        super(sentence);
    }

    LocalStackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
