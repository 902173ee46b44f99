"""One record of every kind with every field filled, and the other records they refer to."""

from stk_graph.model import (
    ActionField,
    AgendaItem,
    Attendance,
    ChainLink,
    Communication,
    ContactRole,
    Decision,
    Feedback,
    Figure,
    Handover,
    Meeting,
    Milestone,
    Need,
    NeedCover,
    Observation,
    Pathway,
    Period,
    Project,
    Rating,
    RatingRound,
    Record,
    Review,
    ServiceChain,
    Task,
    TieReport,
    new_id,
)
from stk_graph.model.enums import (
    AgendaKind,
    Answer,
    ChainState,
    Channel,
    Extent,
    FeedbackKind,
    GapKind,
    MeetingKind,
    NeedRoute,
    NeedState,
    NetworkRole,
    ObservationKind,
    ObservationState,
    Perspective,
    Presence,
    ProjectState,
    ReviewVerdict,
    TaskState,
    TieStage,
)
from tests.unit.db.store_samples_directory import Directory, directory
from tests.unit.db.store_values import DAY, LATER, PERIOD, SLOTS, owned_by


def full_district() -> list[Record]:
    """A closed set of records, at least one of each kind, every field of one of them filled."""
    need_id = new_id()
    here = directory(need_id)
    observation, need = _observed(here, need_id)
    meeting = _meeting(here)
    return [
        *here.records,
        ContactRole(contact=here.contact.id, need=need.id),
        *_about_needs(here, observation, need, meeting),
        *_cooperation(here, need),
        *_at_the_meeting(here, need, meeting),
    ]


def _observed(here: Directory, need_id: str) -> tuple[Observation, Need]:
    """What was observed, and the need it became."""
    carrier, actor = here.carrier, here.actor
    with_owner = owned_by(carrier.id)
    observation = Observation(
        title="Randzeiten",
        observed_on=DAY,
        actor=actor.id,
        text="nach 17 Uhr",
        perspectives=(Perspective.RESIDENTS,),
        extent=Extent.MANY,
        kind=ObservationKind.RESOURCE,
        target_groups=("kinder",),
        offer_kind="hausaufgabenbetreuung",
        topic="lernhilfe",
        area=here.area.id,
        slots=SLOTS,
        asked_until=LATER,
        state=ObservationState.ASKED,
        verified_on=DAY,
        verified_by="Zoë Çelik",
        **with_owner,
    )
    need = Need(
        id=need_id,
        title="Betreuung am Rand",
        description="viele",
        observations=(observation.id,),
        figures=(Figure(text="12 %", source="Monitoring", as_of=DAY),),
        perspectives=(Perspective.PLANNING,),
        gap_kind=GapKind.TIME,
        target_groups=("kinder",),
        offer_kind="hausaufgabenbetreuung",
        topic="lernhilfe",
        area=here.area.id,
        slots=SLOTS,
        places_needed=20,
        route=NeedRoute.PROJECT,
        lead=actor.id,
        resubmit_on=LATER,
        reason="Stellenplan",
        state=NeedState.RATED,
        **with_owner,
    )
    return observation, need


def _about_needs(
    here: Directory, observation: Observation, need: Need, meeting: Meeting
) -> list[Record]:
    """Feedback, ratings, communication and work on the need."""
    carrier, actor, offer = here.carrier, here.actor, here.offer
    with_owner = owned_by(carrier.id)
    rating_round = RatingRound(
        held_on=DAY,
        meeting=meeting.id,
        voters=9,
        dots={need.id: 7},
        closed=True,
        **with_owner,
    )
    return [
        observation,
        Feedback(
            observation=observation.id,
            actor=carrier.id,
            kind=FeedbackKind.SHARED,
            given_on=DAY,
            perspective=Perspective.PROFESSIONAL,
            note="auch bei uns",
            **with_owner,
        ),
        need,
        NeedCover(need=need.id, offer=offer.id, fully=True, **with_owner),
        rating_round,
        Rating(
            need=need.id,
            round=rating_round.id,
            actor=actor.id,
            slip_no=4,
            urgency=1,
            reach=2,
            consequences=3,
            influence=4,
            **with_owner,
        ),
        Communication(
            need=need.id,
            recipient=carrier.id,
            sent_on=DAY,
            channel=Channel.LETTER,
            by=actor.id,
            summary="Brief",
            answer=Answer.PROMISED,
            answered_on=LATER,
            resubmit_on=LATER,
            **with_owner,
        ),
        ActionField(
            title="Familien",
            goal="mehr Zeit",
            period=PERIOD,
            lead=actor.id,
            needs=(need.id,),
            **with_owner,
        ),
        Project(
            title="Randzeitenprojekt",
            goal="Betreuung bis 19 Uhr",
            period=Period(holiday_key="he_2026_weihnachten"),
            lead=actor.id,
            needs=(need.id,),
            partners=(carrier.id, actor.id),
            resources="1 Stelle",
            milestones=(Milestone(text="Antrag", due=DAY, done=True),),
            next_step="Antrag stellen",
            state=ProjectState.RUNNING,
            **with_owner,
        ),
    ]


def _cooperation(here: Directory, need: Need) -> list[Record]:
    """A tie, a pathway and a chain of two links."""
    carrier, actor, offer = here.carrier, here.actor, here.offer
    with_owner = owned_by(carrier.id)
    chain = ServiceChain(
        title="Übergang Schule",
        target_groups=("kinder",),
        trigger="Einschulung",
        need=need.id,
        topic="lernhilfe",
        state=ChainState.TRIAL,
        agreed_on=DAY,
        **with_owner,
    )
    first = ChainLink(
        chain=chain.id,
        position=1,
        actor=actor.id,
        offer=offer.id,
        contribution="Gespräch",
        agreed=True,
        **with_owner,
    )
    second = ChainLink(chain=chain.id, position=2)
    return [
        TieReport(
            from_actor=actor.id,
            to_actor=carrier.id,
            stage_now=TieStage.JOINT,
            reported_on=DAY,
            topic="lernhilfe",
            stage_wished=TieStage.CHAIN,
            form="Vertrag",
            **with_owner,
        ),
        Pathway(from_actor=actor.id, to_actor=carrier.id, topic="lernhilfe", **with_owner),
        chain,
        first,
        second,
        Handover(
            from_link=first.id,
            to_link=second.id,
            when="im Mai",
            how="zu dritt",
            responsible=actor.id,
            agreed=True,
            **with_owner,
        ),
    ]


def _meeting(here: Directory) -> Meeting:
    """A meeting with every field filled."""
    return Meeting(
        network=here.network.id,
        held_on=DAY,
        kind=MeetingKind.RETREAT,
        start=600,
        end=1440,
        place=here.actor.id,
        host=here.actor.id,
        chair=here.carrier.id,
        minutes_by=here.carrier.id,
        next_on=LATER,
        **owned_by(here.carrier.id),
    )


def _at_the_meeting(here: Directory, need: Need, meeting: Meeting) -> list[Record]:
    """Who came, what was on the agenda and decided, who does what, and a pair agreed on."""
    carrier, actor, offer = here.carrier, here.actor, here.offer
    with_owner = owned_by(carrier.id)
    item = AgendaItem(
        meeting=meeting.id,
        no=2,
        title="Randzeiten",
        kind=AgendaKind.NEEDS,
        text="Bericht",
        result="weiter",
        links=(need.id, offer.id),
        carry_over=False,
        **with_owner,
    )
    return [
        meeting,
        item,
        Attendance(
            meeting=meeting.id,
            contact=here.contact.id,
            actor=actor.id,
            presence=Presence.EXCUSED,
            roles=(NetworkRole.MINUTES,),
            first_time=True,
            **with_owner,
        ),
        Decision(
            meeting=meeting.id,
            text="Wir schreiben\nan das Amt",
            item=item.id,
            links=(need.id,),
            **with_owner,
        ),
        Task(
            what="Brief schreiben",
            responsible=actor.id,
            due=LATER,
            state=TaskState.DONE,
            origin=item.id,
            **with_owner,
        ),
        Review(
            verdict=ReviewVerdict.KEEP_BOTH,
            decided_on=DAY,
            offer_a=offer.id,
            offer_b=here.other_offer.id,
            holiday_key="he_2026_weihnachten",
            week=1,
            age_band="6-12",
            meeting=meeting.id,
            by=(actor.id, carrier.id),
            valid_until=LATER,
            reason="andere Zeiten",
            fingerprint="abc",
            **with_owner,
        ),
    ]
