using Orchestration.Audience.Datamart;
using Orchestration.Messages;

namespace Orchestration.Audience.Panels;

/// <summary>Some people of one public, kept whole.</summary>
public sealed class PanelSample
{
    private readonly List<Person> _people = [];
    private readonly List<string> _caisses = [];
    private readonly List<(bool Email, bool Sms)> _reach = [];

    public PanelSample(PopulationSchema schema) => Schema = schema;

    public PopulationSchema Schema { get; }

    public IReadOnlyList<Person> People => _people;

    public IReadOnlyList<string> Caisses => _caisses;

    /// <summary>How many people the datamart has of that public.</summary>
    public long Total { get; private set; }

    /// <summary>Takes the first people of a shard; the order of a shard means nothing.</summary>
    /// <param name="caisse">Whose shard.</param>
    /// <param name="rows">How many people the shard has.</param>
    /// <param name="share">How much of it to take, 0 to 1.</param>
    /// <param name="text">The shard, uncompressed.</param>
    /// <exception cref="InvalidDatamartException">The file is not what the schema says.</exception>
    public void Add(string caisse, int rows, double share, TextReader text)
    {
        Total += rows;
        foreach (var person in new ShardReader(Schema).Read(text).Take((int)Math.Ceiling(rows * share)))
        {
            _people.Add(person.Copy());
            _caisses.Add(caisse);
            _reach.Add((Reaches(person, PopulationSchema.Email, Channel.Email), Reaches(person, PopulationSchema.Mobile, Channel.Sms)));
        }
    }

    /// <summary>The first of the channels that the person has; null when none.</summary>
    public Channel? ChannelOf(int person, IReadOnlyList<Channel> channels)
    {
        var (email, sms) = _reach[person];
        foreach (var channel in channels)
        {
            if (channel == Channel.Email ? email : sms)
                return channel;
        }

        return null;
    }

    private static bool Reaches(Person person, string column, Channel channel) =>
        person[column].Text is { } written && ContactCheck.Canonical(channel, written) is not null;
}
