namespace Orchestration.Calendars.Reading;

/// <summary>What every reader of a file needs.</summary>
internal sealed record ReadingContext(DeclaredIds Declared, ICalendarReferences References, ProblemList Problems, Vocabulary Names)
{
    /// <summary>The id of a campaign that the file declares, whole or not.</summary>
    public string? Campaign(Section section)
    {
        if (section.Scalar("campaign") is not { Value: var id })
        {
            return null;
        }

        if (Declared.Campaigns.Contains(id))
        {
            return id;
        }

        Problems.Unknown(
            ProblemCodes.UnknownCampaign, section.PlaceOf("campaign"), $"La campagne « {id} » n'existe pas.", id, Declared.Campaigns);
        return null;
    }
}
