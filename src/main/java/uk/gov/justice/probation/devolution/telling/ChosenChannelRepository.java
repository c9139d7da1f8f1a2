package uk.gov.justice.probation.devolution.telling;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ChosenChannelRepository extends Repository<ChosenChannel, String> {

    Optional<ChosenChannel> findById(String recipient);

    List<ChosenChannel> findByRecipientIn(Collection<String> recipients);

    List<ChosenChannel> findByChannel(Channel channel);

    ChosenChannel save(ChosenChannel chosen);
}
