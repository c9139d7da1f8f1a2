package uk.gov.justice.probation.devolution.telling;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.work.Holder;
import uk.gov.justice.probation.devolution.workforce.EmailAddress;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * How people and groups are told. Each colleague chooses for themselves, and the manager of a group for the group. A
 * member of staff who has not chosen is told at once at the address of the staff file; a group is not told by email
 * until its manager enters an address.
 */
@Service
public class ChoosingChannels {
    private final ChosenChannelRepository chosen;
    private final ManagedGroups managed;
    private final StaffDirectory staff;
    private final AuditTrail audit;
    private final Clock clock;

    ChoosingChannels(
            ChosenChannelRepository chosen,
            ManagedGroups managed,
            StaffDirectory staff,
            AuditTrail audit,
            Clock clock) {
        this.chosen = chosen;
        this.managed = managed;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Told of(Holder recipient) {
        return of(List.of(recipient)).get(recipient);
    }

    /** Everybody who is asked for has an answer. */
    @Transactional(readOnly = true)
    public Map<Holder, Told> of(Collection<Holder> recipients) {
        Map<Holder, Told> told = new HashMap<>();
        if (recipients.isEmpty()) return told;
        Map<Holder, ChosenChannel> known =
                chosen.findByRecipientIn(recipients.stream().map(Holder::name).toList()).stream()
                        .collect(Collectors.toMap(ChosenChannel::recipient, Function.identity()));
        Map<Holder, StaffMember> members = members(recipients);
        recipients.forEach(recipient -> told.put(recipient, told(known.get(recipient), members.get(recipient))));
        return told;
    }

    /** Whether the address of the colleague is that of the staff file, and is corrected there. */
    @Transactional(readOnly = true)
    public boolean isInStaffFile(Colleague colleague) {
        return staff.find(colleague).map(StaffMember::email).isPresent();
    }

    /**
     * The colleague chooses for themselves.
     *
     * @param email ignored for a member of staff whose address is in the staff file
     * @throws BreaksRules if nothing is chosen, or an address is needed and is none
     */
    @Transactional
    public void choose(Channel channel, String email, Colleague by) {
        mustBeChosen(channel);
        keep(Holder.user(by.userName()), channel, isInStaffFile(by) ? null : needed(channel, email));
    }

    /**
     * The manager of a group chooses for the group.
     *
     * @throws BreaksRules if nothing is chosen, or an address is needed and is none
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if the colleague does not manage the
     *     group
     */
    @Transactional
    public void chooseFor(String group, Channel channel, String email, Colleague by) {
        managed.mustManage(group, by);
        mustBeChosen(channel);
        keep(Holder.group(group), channel, needed(channel, email));
        audit.record(by.userName(), "CHANNEL_OF_GROUP_CHOSEN", "group/" + group, null, Map.of("channel", channel));
    }

    /** Those who get one email a day. */
    @Transactional(readOnly = true)
    public List<Holder> daily() {
        return chosen.findByChannel(Channel.DAILY).stream()
                .map(ChosenChannel::recipient)
                .toList();
    }

    private void keep(Holder recipient, Channel channel, String email) {
        chosen.save(chosen.findById(recipient.name())
                .orElseGet(() -> new ChosenChannel(recipient))
                .choose(channel, email, clock.instant()));
    }

    private static String needed(Channel channel, String email) {
        String address = email == null ? "" : email.strip();
        if (address.isEmpty() && channel == Channel.NONE) return null;
        if (!EmailAddress.canBeSentTo(address))
            throw new BreaksRules("email", "Enter an email address in the correct form, like name@example.com");
        return address;
    }

    private static void mustBeChosen(Channel channel) {
        if (channel == null) throw new BreaksRules("channel", "Choose one of the ways to be told");
    }

    private Map<Holder, StaffMember> members(Collection<Holder> recipients) {
        List<String> users = recipients.stream()
                .filter(recipient -> !recipient.isGroup())
                .map(Holder::called)
                .toList();
        return staff.all(users).stream()
                .collect(Collectors.toMap(member -> Holder.user(member.userName()), Function.identity()));
    }

    /** @param member null for a group, and for a colleague who is in no staff file */
    private static Told told(ChosenChannel chosen, StaffMember member) {
        String address = member == null ? null : member.email();
        if (chosen == null) return new Told(member == null ? Channel.NONE : Channel.AT_ONCE, address);
        return new Told(chosen.channel(), chosen.email() == null ? address : chosen.email());
    }
}
