using System.Text.RegularExpressions;
using Orchestration.Http;
using Orchestration.Messages.Templates;

namespace Orchestration.Caisses.Custom;

/// <summary>What nobody else may read on a locked screen: an illness or a pregnancy, in a subject or an SMS (invariant E10).</summary>
internal static partial class Discretion
{
    public static void Check(TemplatePackage filled, Faults faults)
    {
        Check(filled, PackageFiles.ExpectedSubject, filled.Preview.Subject, "L'objet de l'e-mail", faults);
        Check(filled, PackageFiles.ExpectedSms, filled.Preview.Sms?.Text, "Le SMS", faults);
    }

    private static void Check(TemplatePackage filled, string part, string? text, string name, Faults faults)
    {
        if (text is not null && Health().Match(text) is { Success: true } match)
        {
            faults.Add(
                ZoneFaults.PointerOf(filled, part), $"{name} dit « {match.Value} », ce que d'autres que le destinataire pourraient lire.",
                "Parlez-en dans le corps de l'e-mail seulement.");
        }
    }

    [GeneratedRegex(
        @"rougeole|oreillons|rub[ée]ole|\bROR\b|\bcancers?\b|diab[èe]t|\bVIH\b|\bsida\b|\bgrippe\b|\bcovid|cardia|\bIST\b|\binfections?\b|grossesse|enceinte|d[ée]pressi" +
        @"|psychiatr|h[ée]patite|tubercul|ob[ée]sit[ée]|alzheimer|parkinson|scl[ée]rose|[ée]pileps|\bALD\b|\bIVG\b|avortement|handicap",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Health();
}
