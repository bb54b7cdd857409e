namespace Microsoft.Azure.Functions.Worker;

/// <summary>Makes a public method a function of the app.</summary>
/// <param name="name">Unique in the app, case-insensitive.</param>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
