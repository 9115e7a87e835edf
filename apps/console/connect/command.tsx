/** What the operator types; the same in every language. */
export const Command = () => (
  <p>
    <code className="connect-command">npm start -- --tls local</code>
  </p>
);
