package uk.gov.justice.probation.devolution.database;

/** A database server that a test started; it ends with the JVM. */
public interface DatabaseServer {

    String url();

    /** Another database on this server, which does not exist until a test of the migrations creates it. */
    String spareUrl();

    String user();

    String password();
}
