using Orchestration.Audience;
using Orchestration.Http;
using Orchestration.Messages;
using Orchestration.Wording;

namespace Orchestration.Caisses.Tests;

/// <summary>Where a test message goes.</summary>
/// <param name="Value">A bare e-mail address, or a mobile number in E.164.</param>
/// <param name="Channel">How it gets there.</param>
internal sealed record TestAddress(string Value, Channel Channel)
{
    private const int Most = 10;
    private const int LongestAddress = 254;

    /// <summary>Reads <c>addresses</c>; every fault at its place.</summary>
    /// <param name="body">The request.</param>
    /// <param name="channels">Of the campaign.</param>
    /// <param name="allowed">See <see cref="CaisseOptions.TestAddresses"/>.</param>
    public static IReadOnlyList<TestAddress> Read(BodyReader body, IReadOnlyList<Channel> channels, IList<string> allowed)
    {
        var addresses = new List<TestAddress>();
        // Faults are kept with the answer: they say where an address stands, and never whose it is.
        foreach (var (index, text) in body.Texts("addresses", Most, LongestAddress).Index())
        {
            var address = Parse(text);
            var pointer = $"{body.PointerOf("addresses")}/{index}";
            if (address is null)
                body.Faults.Add(pointer, French.Text($"Ce n'est ni une adresse e-mail, ni un numéro de mobile."), "Écrivez par exemple « prenom.nom@exemple.fr » ou « 06 12 34 56 78 ».");
            else if (!channels.Contains(address.Channel))
                body.Faults.Add(pointer, French.Text($"Cette campagne ne part pas par {ChannelNames.Of(address.Channel)}."), "Retirez cette adresse.");
            else if (!address.IsIn(allowed))
                body.Faults.Add(pointer, French.Text($"Cette adresse n'est pas dans la liste des adresses d'essai."), "Demandez à la DDO de l'y ajouter, ou retirez-la.");
            else if (addresses.Contains(address))
                body.Faults.Add(pointer, French.Text($"Cette adresse est donnée plusieurs fois."), "Gardez-la une seule fois.");
            else
                addresses.Add(address);
        }

        return addresses;
    }

    private static TestAddress? Parse(string text)
    {
        var channel = text.Contains('@', StringComparison.Ordinal) ? Channel.Email : Channel.Sms;
        return ContactCheck.Canonical(channel, text) is { } value ? new TestAddress(value, channel) : null;
    }

    private bool IsIn(IEnumerable<string> allowed) => allowed.Any(entry => entry.StartsWith('@')
        ? Channel == Channel.Email && Value.EndsWith(entry, StringComparison.OrdinalIgnoreCase)
        : Value.Equals(entry, StringComparison.OrdinalIgnoreCase));
}
