namespace Orchestration.Calendars;

/// <summary>The stable names of what can be wrong with a calendar.</summary>
public static class ProblemCodes
{
    // The file.
    public const string FileTooLong = "file-too-long";
    public const string NotUtf8 = "not-utf8";
    public const string ForbiddenCharacter = "forbidden-character";
    public const string EmptyFile = "empty-file";
    public const string YamlSyntax = "yaml-syntax";
    public const string SeveralDocuments = "several-documents";
    public const string TooDeep = "too-deep";
    public const string TooManyValues = "too-many-values";
    public const string Anchor = "anchor";
    public const string Alias = "alias";
    public const string Tag = "tag";
    public const string BadKey = "bad-key";
    public const string DuplicateKey = "duplicate-key";
    public const string TooManyProblems = "too-many-problems";

    // A workbook, or a file that pretends to be one.
    public const string WrongExtension = "wrong-extension";
    public const string EncryptedWorkbook = "encrypted-workbook";
    public const string OldWorkbook = "old-workbook";
    public const string MacroWorkbook = "macro-workbook";
    public const string ExternalLinks = "external-links";
    public const string DamagedWorkbook = "damaged-workbook";
    public const string WorkbookTooLarge = "workbook-too-large";
    public const string MissingSheet = "missing-sheet";
    public const string MissingHeaders = "missing-headers";
    public const string UnknownHeader = "unknown-header";
    public const string HiddenRows = "hidden-rows";
    public const string FormulaError = "formula-error";
    public const string FormulaNotComputed = "formula-not-computed";

    // Keys and values.
    public const string UnknownKey = "unknown-key";
    public const string MissingKey = "missing-key";
    public const string MissingValue = "missing-value";
    public const string WrongType = "wrong-type";
    public const string BadDate = "bad-date";
    public const string DateOutOfRange = "date-out-of-range";
    public const string NumberOutOfRange = "number-out-of-range";
    public const string BadId = "bad-id";
    public const string BadText = "bad-text";
    public const string UnknownValue = "unknown-value";
    public const string RepeatedValue = "repeated-value";
    public const string EmptyList = "empty-list";
    public const string BadMoment = "bad-moment";
    public const string BadRecurrence = "bad-recurrence";
    public const string BadSpread = "bad-spread";
    public const string BadWindow = "bad-window";
    public const string BadLink = "bad-link";

    // What entries say of each other.
    public const string DuplicateId = "duplicate-id";
    public const string UnknownCampaign = "unknown-campaign";
    public const string UnknownWave = "unknown-wave";
    public const string UnknownSend = "unknown-send";
    public const string UnknownCaisse = "unknown-caisse";
    public const string UnknownTemplate = "unknown-template";
    public const string NoCaisse = "no-caisse";
    public const string WaveEndsBeforeStart = "wave-ends-before-start";
    public const string SendKeyTooLong = "send-key-too-long";
    public const string MomentMissing = "moment-missing";
    public const string MomentTwice = "moment-twice";
    public const string TemplateChannel = "template-channel";
    public const string TemplatePublic = "template-public";
    public const string TemplatePurpose = "template-purpose";
    public const string Criterion = "criterion";
    public const string SendCycle = "send-cycle";
    public const string RelativeToOpenEnd = "relative-to-open-end";
    public const string RemindsOtherPublic = "reminds-other-public";
    public const string KeyWithoutUse = "key-without-use";

    // The agency's waves.
    public const string ForbiddenMedia = "forbidden-media";
    public const string WaveMoved = "wave-moved";
    public const string WaveOfAnotherCampaign = "wave-of-another-campaign";

    // What planning finds.
    public const string JourneyWithoutDay = "journey-without-day";
    public const string WindowEmpty = "window-empty";
    public const string NoOccurrence = "no-occurrence";
    public const string TooManyOccurrences = "too-many-occurrences";
    public const string SkippedEverywhere = "skipped-everywhere";
    public const string StaffAfterPublic = "staff-after-public";
    public const string StaffMissing = "staff-missing";
    public const string ProfessionalsAfterPublic = "professionals-after-public";
    public const string FarFromWave = "far-from-wave";
    public const string Past = "past";
    public const string MirrorMissing = "mirror-missing";
    public const string MediaBase = "media-base";
    public const string TwoWaves = "two-waves";
    public const string TelevisionOverlap = "tv-overlap";
    public const string BannerOverlap = "banner-overlap";
    public const string ClipTooLong = "clip-too-long";
    public const string LoopTooLong = "loop-too-long";
    public const string LocalCollision = "local-collision";
    public const string ContentReview = "content-review";
    public const string LetterLate = "letter-late";
    public const string SendGap = "send-gap";
    public const string HolidaySomewhere = "holiday-somewhere";
    public const string Blackout = "blackout";
    public const string Headcount = "headcount";
    public const string CapacityExceeded = "capacity-exceeded";
    public const string CallCentre = "call-centre";
    public const string WeekCongestion = "week-congestion";
    public const string LastQuarter = "last-quarter";
    public const string Pressure = "pressure";
    public const string VisaNear = "visa-near";
    public const string AudienceUnknown = "audience-unknown";
}
