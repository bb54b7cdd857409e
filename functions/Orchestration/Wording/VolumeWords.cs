using Orchestration.Planning.Estimates;

namespace Orchestration.Wording;

/// <summary>Estimates, with where they come from.</summary>
internal static class VolumeWords
{
    /// <param name="volume">Null when nobody knows.</param>
    /// <param name="per">Such as « par jour »; empty for once.</param>
    public static string Of(VolumeEstimate? volume, string per = "")
    {
        if (volume is null)
        {
            return "inconnu";
        }

        List<string> parts = [];
        if (volume.Emails > 0 || volume.Sms == 0)
        {
            parts.Add(French.Text($"{FrenchNumbers.About(volume.Emails)} {(volume.Emails < 2 ? "e-mail" : "e-mails")}"));
        }

        if (volume.Sms > 0)
        {
            parts.Add($"{FrenchNumbers.About(volume.Sms)} SMS");
        }

        var source = volume.IsCounted ? "compté sur le datamart" : "selon le calendrier";
        return French.Text($"environ {French.And(parts)}{(per.Length == 0 ? "" : " ")}{per} ({source})");
    }
}
