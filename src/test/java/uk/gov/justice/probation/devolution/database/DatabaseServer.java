package uk.gov.justice.probation.devolution.database;

/** A database server that a test started; it ends with the JVM. */
public interface DatabaseServer {

    String url();

    /** Another database on it, which is not there until a test of the migrations makes it. */
    String spareUrl();

    String user();

    String password();
}
