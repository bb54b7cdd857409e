namespace Orchestration.Security;

/// <summary>Who may call an HTTP function. A function without it, and without <see cref="PublicAttribute"/>, answers nobody.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;
}

/// <summary>An HTTP function that anybody may call without a key.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute;
