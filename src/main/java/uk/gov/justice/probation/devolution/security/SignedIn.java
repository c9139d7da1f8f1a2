package uk.gov.justice.probation.devolution.security;

/** Who is signed in to the current request. */
public interface SignedIn {

  /** @throws org.springframework.security.access.AccessDeniedException where nobody is */
  Colleague colleague();
}
