package uk.gov.justice.probation.devolution.security;

/** Who is signed in to the current request. */
public interface SignedIn {
    /**
     * The attribute of a request that says which roles its route is for; a set of {@link Role}. If there is none, it is
     * for all.
     */
    String ROLES = SignedIn.class.getName() + ".roles";

    /**
     * The colleague in the roles that the route is for: with another role, held elsewhere, they do nothing here.
     *
     * @throws org.springframework.security.access.AccessDeniedException if nobody is
     */
    Colleague colleague();

    /** The colleague in all their roles, for what belongs to no route, such as the menu. */
    default Colleague inEveryRole() {
        return colleague();
    }
}
