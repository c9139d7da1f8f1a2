package uk.gov.justice.probation.devolution.database;

/** A database server that a test started; it ends with the JVM. */
public interface DatabaseServer {

  String url();

  String user();

  String password();
}
