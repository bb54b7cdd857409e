namespace Orchestration.Tests.Scenarios.Support;

/// <summary>A small calendar: two sends over three caisses, in three time zones.</summary>
internal static class SomeCalendar
{
    public const string Id = "essai-2027";

    /// <summary>Staff, on Tuesday 16 March.</summary>
    public const string Staff = Id + ".ror.collaborateurs.1";

    /// <summary>Insured people, from Tuesday 23 March, over two days.</summary>
    public const string Invitation = Id + ".ror.invitation.1";

    public static string Yaml(
        string wave = "2027-03-23",
        string end = "2027-05-16",
        string audience = "age >= 18 && (vaccin_ror.non_fait || vaccin_ror.inconnu)",
        string spread = "2d",
        bool withStaff = true,
        string extra = "",
        string? head = null) => $$"""
        calendar: {{Id}}
        title: Calendrier d’essai
        year: 2027
        {{head}}
        campaigns:
          - id: ror
            title: Vaccination ROR
            type: national
            purpose: health
            scale: medium
            theme: vaccination
            seasonal: true
            priority: 80
            caisses: [CPAM-75, CGSS-971, CSS-976]
            owner: Dicom
        waves:
          - id: v1
            campaign: ror
            start: {{wave}}
            end: {{end}}
            media: [tv, digital]
        sends:
        {{(withStaff ? StaffSend : "")}}
          - id: invitation
            campaign: ror
            public: insured
            audience: {{audience}}
            channels: [email, sms]
            template: national/ror-invitation
            at: v1.start
            spread: {{spread}}
        {{extra}}
        """;

    private const string StaffSend = """
          - id: collaborateurs
            campaign: ror
            public: staff
            audience: "true"
            channels: [email]
            template: national/ror-interne
            at: v1.start - 7d
        """;
}
