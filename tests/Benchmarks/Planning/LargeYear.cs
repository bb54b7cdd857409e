using Orchestration.Audience;
using Orchestration.Caisses;
using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Messages;

namespace Orchestration.Benchmarks.Planning;

/// <summary>
/// A year with a campaign per 20 sends and two waves per campaign: twenty campaigns are national, whatever the size, the others belong to
/// three caisses each; sends by turns to staff, professionals and the public, on waves, dates, other sends and months.
/// </summary>
internal static class LargeYear
{
    private const int Year = 2027;
    private const int SendsPerCampaign = 20;
    private const int WavesPerCampaign = 2;
    private const int NationalCampaigns = 20;

    private static readonly IReadOnlyList<string> Everywhere = [.. CaisseDirectory.All.Select(caisse => caisse.Id)];

    public static Calendar Calendar(int sends)
    {
        var campaigns = sends / SendsPerCampaign;
        return new Calendar(
            "grand-2027", "Grande année", Year, null,
            [.. Enumerable.Range(0, campaigns).Select(Campaign)],
            [.. Enumerable.Range(0, campaigns * WavesPerCampaign).Select(Wave)],
            [.. Enumerable.Range(0, sends).Select(Send)]);
    }

    private static bool IsNational(int campaign) => campaign < NationalCampaigns;

    private static Campaign Campaign(int number) => new(
        $"campagne-{number}", $"Campagne {number}", IsNational(number) ? CampaignType.National : CampaignType.Custom,
        (Purpose)(number % 3), IsNational(number) ? CampaignScale.Large : CampaignScale.OffMedia, $"theme-{number % 40}", number % 2 == 0, number % 100,
        IsNational(number) ? Everywhere : [.. Enumerable.Range(0, 3).Select(step => Everywhere[(number + (step * 31)) % Everywhere.Count]).Order(StringComparer.Ordinal)],
        "Dicom", CampaignLifecycle.Creation, null, null, null, null, SourcePlaces.None);

    private static MediaWave Wave(int number)
    {
        var start = new DateOnly(Year, 1, 8).AddDays(number * 37 % 330);
        return new MediaWave(
            $"vague-{number}", $"campagne-{number / WavesPerCampaign}", start, start.AddDays(20), [Media.Tv, Media.Digital, Media.Radio],
            HomepageSlot.Banner, 0, null, null, SourcePlaces.None);
    }

    private static Send Send(int number)
    {
        var (campaign, place) = (number / SendsPerCampaign, number % SendsPerCampaign);
        var population = place % 5 == 0 ? Population.Staff : place % 5 == 1 ? Population.Professionals : Population.Insured;
        return new Send(
            $"envoi-{place}", $"campagne-{campaign}", population, $"critere-{number % 50}", [Channel.Email, Channel.Sms], "modele",
            Moment(number, campaign, place), 1 + (place % 4), HolidayRule.Next, null, null, null, 100_000 * (IsNational(campaign) ? 10 : 1), 0, [], SourcePlaces.None);
    }

    private static SendMoment Moment(int number, int campaign, int place) => (place % 6) switch
    {
        0 or 1 => new WaveMoment($"vague-{campaign * WavesPerCampaign}", WaveEdge.Start, -14 + place, OffsetUnit.Days),
        2 => new WaveMoment($"vague-{(campaign * WavesPerCampaign) + 1}", WaveEdge.Start, place, OffsetUnit.WorkingDays),
        3 => new SendRelativeMoment($"campagne-{campaign}/envoi-{place - 1}", 15, OffsetUnit.Days),
        _ => new FixedMoment(new DateOnly(Year, 1, 4).AddDays(number * 13 % 360)),
    };
}
