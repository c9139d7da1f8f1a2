package uk.gov.justice.probation.devolution.security;

/** Who is signed in to the current request. */
public interface SignedIn {
    /**
     * The request attribute that says which roles the route is for, as a set of {@link Role}. Without it, the route is
     * for all.
     */
    String ROLES = SignedIn.class.getName() + ".roles";

    /**
     * The colleague with only those of their roles that the route is for, so that roles held elsewhere have no effect
     * here.
     *
     * @throws org.springframework.security.access.AccessDeniedException if nobody is signed in
     */
    Colleague colleague();

    /** The colleague with all their roles, for what belongs to no route, such as the menu. */
    default Colleague inEveryRole() {
        return colleague();
    }
}
