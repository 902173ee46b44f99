"""Closed sets: the values code branches on (domain model, section 2.1).

The labels that people read stand in the vocabulary (``closed_sets.csv``), not here.
"""

from enum import IntEnum, StrEnum


class Visibility(StrEnum):
    """Publication level, from narrow to wide; ``level`` gives the order."""

    INTERNAL = "intern"
    NETWORK = "netzwerk"
    PROFESSIONAL = "fachoeffentlich"
    PUBLIC = "oeffentlich"

    @property
    def level(self) -> int:
        """0 (only us) to 3 (everyone)."""
        return list(Visibility).index(self)


class OfferStatus(StrEnum):
    IDEA = "idea"
    PLANNED = "planned"
    AGREED = "agreed"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class ActorStatus(StrEnum):
    ACTIVE = "active"
    PLANNED = "planned"
    CLOSED = "closed"


class KindSource(StrEnum):
    """Where the kind of an offer comes from."""

    STATED = "stated"
    TEXT = "text"
    UNKNOWN = "unknown"


class Access(StrEnum):
    OPEN = "open"
    REGISTRATION = "registration"
    MEMBERS = "members"
    REFERRAL = "referral"
    UNKNOWN = "unknown"


class Occupancy(StrEnum):
    FREE = "free"
    PARTLY = "partly"
    FULL = "full"
    WAITING_LIST = "waiting_list"
    UNKNOWN = "unknown"


class YesNo(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


class Gender(StrEnum):
    """Whom an offer addresses."""

    ALL = "all"
    FEMALE = "female"
    MALE = "male"
    DIVERSE_OPEN = "diverse_open"


class Weekday(IntEnum):
    """Days of the week as in ``datetime.date.weekday`` and, by name, RFC 5545 ``BYDAY``."""

    MO = 0
    TU = 1
    WE = 2
    TH = 3
    FR = 4
    SA = 5
    SU = 6


class Rhythm(StrEnum):
    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    MONTHLY = "monthly"
    IRREGULAR = "irregular"


class Term(StrEnum):
    """The part of the school year in which a slot takes place."""

    SCHOOL_TIME = "school_time"
    ALL_YEAR = "all_year"
    HOLIDAYS = "holidays"
    UNKNOWN = "unknown"


class DayPart(StrEnum):
    """A time of day without clock times."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    ALL_DAY = "all_day"


class PhoneKind(StrEnum):
    """HSDS ``phone.type``."""

    VOICE = "voice"
    CELL = "cell"
    FAX = "fax"
    TEXT = "text"
    OTHER = "other"


class AreaType(StrEnum):
    CITY = "city"
    BOROUGH = "borough"
    DISTRICT = "district"
    QUARTER = "quarter"
    SCHOOL_DISTRICT = "school_district"


class PairLabel(StrEnum):
    DUPLICATE_RECORD = "duplicate_record"
    OVERLAP = "overlap"
    COORDINATED = "coordinated"
    COMPLEMENT = "complement"
    UNCLEAR = "unclear"
    DISTINCT = "distinct"


class ReviewVerdict(StrEnum):
    AGREED = "agreed"
    KEEP_BOTH = "keep_both"
    CHANGE_PLANNED = "change_planned"
    MERGED = "merged"
    NOT_SIMILAR = "not_similar"
    POSTPONED = "postponed"


class TieStage(IntEnum):
    """Self-declared stage of cooperation; never a grade."""

    NONE = 0
    ACQUAINTED = 1
    EXCHANGE = 2
    COORDINATION = 3
    JOINT = 4
    CHAIN = 5


class TieStatus(StrEnum):
    MUTUAL = "mutual"
    ONE_SIDED = "one_sided"
    DIFFERING = "differing"


class ObservationKind(StrEnum):
    NEED = "need"
    DEVELOPMENT = "development"
    RESOURCE = "resource"


class ObservationState(StrEnum):
    NEW = "new"
    ASKED = "asked"
    SHARED = "shared"
    INDIVIDUAL = "individual"
    WITHDRAWN = "withdrawn"


class Extent(StrEnum):
    SINGLE = "single"
    SEVERAL = "several"
    MANY = "many"
    MOST = "most"
    UNKNOWN = "unknown"


class FeedbackKind(StrEnum):
    SHARED = "shared"
    NOT_SHARED = "not_shared"
    CANNOT_TELL = "cannot_tell"


class Perspective(StrEnum):
    PLANNING = "planning"
    PROFESSIONAL = "professional"
    RESIDENTS = "residents"


class NeedState(StrEnum):
    OBSERVED = "observed"
    CONFIRMED = "confirmed"
    RATED = "rated"
    COMMUNICATED = "communicated"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DEFERRED = "deferred"
    DROPPED = "dropped"


class NeedRoute(StrEnum):
    EXTERNAL = "external"
    ACTION_FIELD = "action_field"
    PROJECT = "project"
    CHAIN = "chain"


class GapKind(StrEnum):
    TIME = "time"
    AGE = "age"
    AREA = "area"
    TOPIC = "topic"
    ACCESS = "access"
    CAPACITY = "capacity"
    CONNECTION = "connection"


class Channel(StrEnum):
    TALK = "talk"
    MAIL = "mail"
    LETTER = "letter"
    MINUTES_EXTRACT = "minutes_extract"
    MEETING = "meeting"
    STATEMENT = "statement"


class Answer(StrEnum):
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    UNDER_REVIEW = "under_review"
    PROMISED = "promised"
    REFUSED = "refused"
    IMPLEMENTED = "implemented"


class Coverage(StrEnum):
    GAP = "gap"
    FRAGILE = "fragile"
    COVERED = "covered"
    BLANK = "blank"


class ChainState(StrEnum):
    IDEA = "idea"
    DRAFT = "draft"
    AGREED = "agreed"
    TRIAL = "trial"
    RUNNING = "running"
    ENDED = "ended"


class ProjectState(StrEnum):
    IDEA = "idea"
    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class MeetingKind(StrEnum):
    REGULAR = "regular"
    RETREAT = "retreat"
    SPECIAL = "special"
    WORKING_GROUP = "working_group"
    GATHERING = "gathering"


class AgendaKind(StrEnum):
    WELCOME = "welcome"
    LAST_MINUTES = "last_minutes"
    FOCUS = "focus"
    NEWS = "news"
    COORDINATION = "coordination"
    NEEDS = "needs"
    REPORTS = "reports"
    MISC = "misc"
    NEXT_MEETING = "next_meeting"


class Presence(StrEnum):
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    UNKNOWN = "unknown"


class NetworkRole(StrEnum):
    CHAIR = "chair"
    MINUTES = "minutes"
    HOST = "host"
    MEMBER = "member"
    GUEST = "guest"
    LIAISON = "liaison"


class TaskState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Fit(StrEnum):
    """Three-valued answer to "does this criterion match"; unknown is never no."""

    FITS = "fits"
    NO = "no"
    UNKNOWN = "unknown"


class Safety(StrEnum):
    CHILD_PROTECTION = "child_protection"
    VIOLENCE = "violence"
    CRISIS = "crisis"
    URGENT = "urgent"
    CHILD_PROTECTION_HINT = "child_protection_hint"
    NOT_A_CASE = "not_a_case"
