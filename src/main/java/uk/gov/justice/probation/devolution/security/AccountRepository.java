package uk.gov.justice.probation.devolution.security;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, String> {

    Optional<Account> findById(String userName);

    boolean existsByUserNameOrAccount(String userName, String account);

    /**
     * @throws org.springframework.dao.DataIntegrityViolationException if the name already exists, or the account has
     *     another one
     */
    Account save(Account account);
}
