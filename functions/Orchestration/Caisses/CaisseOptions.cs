using Microsoft.Extensions.Options;

namespace Orchestration.Caisses;

/// <summary>Section <c>Caisses</c> of the settings: what caisses are told and how far they may go. Every default is a working assumption.</summary>
public sealed class CaisseOptions
{
    public const string Section = "Caisses";

    /// <summary>What an e-mail costs, in euros. Default: 0.001.</summary>
    public decimal EmailCost { get; set; } = 0.001m;

    /// <summary>What one segment of an SMS costs, in euros. Default: 0.045.</summary>
    public decimal SmsSegmentCost { get; set; } = 0.045m;

    /// <summary>How many days ahead a caisse may order, from 1 to 730. Default: 366.</summary>
    public int MostDaysAhead { get; set; } = 366;

    /// <summary>In how many days validators are asked to look at a model that was just published, from 0 to 60. Default: 5.</summary>
    public int ModelVisaDays { get; set; } = 5;

    /// <summary>Fields of the datamart that the criteria of custom campaigns may name. Default, when none is given: <see cref="UsualAudienceFields"/>.</summary>
    public IList<string> AudienceFields { get; } = [];

    /// <summary>Whether a custom campaign waits for a second person of its caisse, or for the DDO. Default: true.</summary>
    public bool SecondPerson { get; set; } = true;

    /// <summary>
    /// Who may get test messages: e-mail addresses, mobile numbers in E.164, or <c>@domain</c> for every address of a domain. Default: nobody.
    /// </summary>
    public IList<string> TestAddresses { get; } = [];

    /// <summary>Demography, rights and use of services; nothing about health or care (domain.md A1, rows 6-9).</summary>
    public static IReadOnlyList<string> UsualAudienceFields { get; } =
    [
        "age", "naissance", "sexe", "naissance_enfant", "compte_ameli", "medecin_traitant", "carte_vitale", "carte_vitale_maj", "email_valide",
        "mes_active", "appli_vitale", "c2s_eligible", "c2s_beneficiaire", "c2s_fin", "profession", "email_amelipro", "effectif",
    ];

    /// <summary>Those in force.</summary>
    internal IReadOnlyCollection<string> OpenFields => AudienceFields.Count > 0 ? [.. AudienceFields] : UsualAudienceFields;
}

internal sealed class CaisseOptionsValidator : IValidateOptions<CaisseOptions>
{
    private const int LongestOutlook = 730;
    private const int LongestVisa = 60;

    public ValidateOptionsResult Validate(string? name, CaisseOptions options)
    {
        var problems = new List<string>();
        if (options.EmailCost < 0)
            problems.Add($"The setting {CaisseOptions.Section}:EmailCost must be 0 or more.");
        if (options.SmsSegmentCost < 0)
            problems.Add($"The setting {CaisseOptions.Section}:SmsSegmentCost must be 0 or more.");
        if (options.MostDaysAhead is < 1 or > LongestOutlook)
            problems.Add($"The setting {CaisseOptions.Section}:MostDaysAhead must be from 1 to {LongestOutlook}.");
        if (options.ModelVisaDays is < 0 or > LongestVisa)
            problems.Add($"The setting {CaisseOptions.Section}:ModelVisaDays must be from 0 to {LongestVisa}.");
        problems.AddRange(options.TestAddresses
            .Where(address => !address.Contains('@', StringComparison.Ordinal) && !address.StartsWith('+'))
            .Select(address => $"The setting {CaisseOptions.Section}:TestAddresses holds '{address}': an address, @domain, or a number such as +33612345678."));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
